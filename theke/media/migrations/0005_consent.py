"""Consents of those who are shown."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Makes their table."""

    dependencies = [
        ('media', '0004_rights'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('who', models.CharField(max_length=120, verbose_name='Who agrees to be shown')),
                ('minor', models.BooleanField(default=False, verbose_name='A child or a young person')),
                ('guardians', models.PositiveSmallIntegerField(default=0, verbose_name='Guardians who have agreed')),
                ('guardians_needed', models.PositiveSmallIntegerField(default=2, verbose_name='Guardians with custody')),
                ('asks_own', models.BooleanField(default=False, verbose_name='About 14 or older, so asked as well')),
                ('own', models.BooleanField(default=False, verbose_name='Has agreed, too')),
                ('channels', models.JSONField(blank=True, default=list, help_text='keys; none for all', verbose_name='Only for these channels')),
                ('until', models.DateField(blank=True, help_text='that day included', null=True, verbose_name='Holds until')),
                ('scan', models.CharField(blank=True, help_text='SHA-256 of the signed form', max_length=64)),
                ('scan_mime', models.CharField(blank=True, max_length=20)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('withdrawn_at', models.DateTimeField(blank=True, null=True)),
                ('withdrawn_why', models.CharField(blank=True, max_length=300, verbose_name='What was said')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='media.asset')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('withdrawn_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
    ]
