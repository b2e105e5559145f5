import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('channels', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
        ('posts', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='FeedKey',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(help_text='SHA-256 of the token in the address', max_length=64, unique=True)),
                ('filters', models.JSONField(blank=True, default=dict)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='feed_key', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='Name')),
                ('weekday', models.PositiveSmallIntegerField(help_text='0 is Monday', verbose_name='Weekday')),
                ('every', models.PositiveSmallIntegerField(default=1, help_text='weeks, counted from `starts`', verbose_name='Every')),
                ('at', models.TimeField(verbose_name='Time')),
                ('starts', models.DateField(verbose_name='From')),
                ('ends', models.DateField(blank=True, null=True, verbose_name='Until')),
                ('branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='slots', to='people.branch', verbose_name='Branch')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('channels', models.ManyToManyField(blank=True, related_name='+', to='channels.channel', verbose_name='Channels')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slots', to='people.library')),
                ('starter', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='posts.starter', verbose_name='Template')),
                ('topic', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='posts.topic', verbose_name='Topic')),
            ],
            options={
                'ordering': ['weekday', 'at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='SlotDay',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('skipped', models.BooleanField(default=False, help_text='an exception: no post is wanted on this day')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='slot_days', to='posts.post')),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='days', to='calendar.slot')),
            ],
            options={
                'ordering': ['day'],
                'constraints': [models.UniqueConstraint(fields=('slot', 'day'), name='slot_day_once')],
            },
        ),
    ]
