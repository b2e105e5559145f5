import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Notice',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('words', models.CharField(max_length=200)),
                ('params', models.JSONField(default=dict)),
                ('excerpt', models.TextField(blank=True)),
                ('path', models.CharField(help_text='path within the desk', max_length=300)),
                ('key', models.CharField(blank=True, help_text='a second unread notice of the same key is not written', max_length=120)),
                ('mail', models.BooleanField(default=False)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('mail_tries', models.PositiveSmallIntegerField(default=0)),
                ('mail_again_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('mail_failed_at', models.DateTimeField(blank=True, help_text='when the mail server last refused it', null=True)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='notices', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-at'],
                'indexes': [models.Index(fields=['person', 'read_at', '-at'], name='notices_not_person__033914_idx'), models.Index(condition=models.Q(('mail', True), ('mailed_at', None), ('read_at', None)), fields=['mail_again_at'], name='notice_to_mail')],
            },
        ),
    ]
