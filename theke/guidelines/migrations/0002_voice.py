"""What colleagues say to the open questions is kept."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes the table of what was said."""

    dependencies = [
        ('guidelines', '0001_document'),
        ('people', '0007_pause'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Voice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=20)),
                ('by_name', models.CharField(max_length=120)),
                ('text', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='people.library')),
            ],
            options={
                'ordering': ['at', 'pk'],
                'indexes': [models.Index(fields=['library', 'question'], name='guidelines__library_e27a19_idx')],
            },
        ),
    ]
