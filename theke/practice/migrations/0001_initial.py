import django.core.validators
import django.db.models.deletion
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Faults',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slow_seconds', models.FloatField(default=0, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='Seconds before each answer')),
                ('busy', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Too many calls, wait (429)')),
                ('away', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Not available, nothing stored (503)')),
                ('broken', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Stored, but answered with an error (500)')),
                ('lost', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Stored, but the answer gets lost')),
                ('dropped', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='Connection cut, nothing stored')),
                ('token_refused', models.BooleanField(default=False, verbose_name='The sign-in is refused')),
                ('library', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='practice_faults', to='people.library')),
            ],
            options={
                'verbose_name_plural': 'faults',
            },
        ),
        migrations.CreateModel(
            name='PracticeAccount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80)),
                ('handle', models.CharField(max_length=40, unique=True)),
                ('about', models.CharField(blank=True, max_length=300)),
                ('text_max', models.PositiveIntegerField(default=500)),
                ('followers', models.PositiveIntegerField(default=0)),
                ('token', models.CharField(blank=True, db_index=True, help_text='SHA-256', max_length=64)),
                ('code', models.CharField(blank=True, db_index=True, help_text='SHA-256', max_length=64)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='people.branch')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='practice_accounts', to='people.library')),
            ],
            options={
                'ordering': ['name', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Status',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_name', models.CharField(blank=True, max_length=60)),
                ('private', models.BooleanField(default=False)),
                ('key', models.CharField(blank=True, db_index=True, help_text='echoed to the client; not unique, on purpose', max_length=64)),
                ('text', models.TextField(blank=True)),
                ('title', models.CharField(blank=True, max_length=300)),
                ('warning', models.CharField(blank=True, max_length=500)),
                ('lang', models.CharField(blank=True, max_length=10)),
                ('audience', models.CharField(default='public', max_length=12)),
                ('likes', models.PositiveIntegerField(default=0)),
                ('shares', models.PositiveIntegerField(default=0)),
                ('at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('edited_at', models.DateTimeField(blank=True, null=True)),
                ('deleted_at', models.DateTimeField(blank=True, null=True)),
                ('hidden_at', models.DateTimeField(blank=True, help_text='when the account whose thread it is hid it', null=True)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='statuses', to='practice.practiceaccount')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='practice_statuses', to='people.library')),
                ('parent', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='replies', to='practice.status')),
                ('played_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('root', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='thread', to='practice.status')),
                ('to', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='addressed', to='practice.practiceaccount')),
            ],
            options={
                'verbose_name_plural': 'statuses',
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['account', '-at'], name='practice_st_account_59500b_idx')],
            },
        ),
        migrations.CreateModel(
            name='Picture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('file', models.FileField(upload_to='practice/')),
                ('mime', models.CharField(max_length=40)),
                ('alt', models.TextField(blank=True)),
                ('focus_x', models.FloatField(default=0)),
                ('focus_y', models.FloatField(default=0)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('account', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='practice.practiceaccount')),
                ('status', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='pictures', to='practice.status')),
            ],
            options={
                'ordering': ['position', 'pk'],
            },
        ),
    ]
