import django.db.models.deletion
import django.utils.timezone
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
            name='Channel',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('network_key', models.CharField(max_length=30)),
                ('name', models.CharField(max_length=80, verbose_name='Name in the desk')),
                ('address', models.CharField(blank=True, help_text='Base URL of the server', max_length=300)),
                ('remote_id', models.CharField(blank=True, max_length=200)),
                ('handle', models.CharField(blank=True, max_length=200)),
                ('url', models.URLField(blank=True, max_length=500)),
                ('purpose', models.CharField(blank=True, max_length=300, verbose_name='Purpose')),
                ('language', models.CharField(default='de', max_length=2, verbose_name='Language')),
                ('publishers', models.CharField(choices=[('everyone', 'Everyone in the library'), ('branch', 'The branch and the editorial group'), ('editors', 'The editorial group')], default='everyone', max_length=8, verbose_name='Who may publish')),
                ('approval', models.CharField(choices=[('never', 'never'), ('new', 'for new colleagues'), ('finding', 'only when the guideline warns'), ('always', 'always')], default='never', max_length=7, verbose_name='Approval')),
                ('looks_first', models.BooleanField(default=False, verbose_name='In heated conversations a colleague looks at an answer before it goes out')),
                ('signature', models.CharField(choices=[('name_branch', 'Name and branch'), ('initials_branch', 'Initials and branch'), ('function', 'Function'), ('none', 'None: the sender is known to us only')], default='name_branch', max_length=16, verbose_name='Signature')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('opened_on', models.DateField(blank=True, null=True, verbose_name='Opened on')),
                ('closed_on', models.DateField(blank=True, null=True, verbose_name='Closed on')),
                ('settings', models.JSONField(blank=True, default=dict)),
                ('limits_read', models.JSONField(blank=True, default=dict, help_text='Limits.as_json() of the last probe')),
                ('profile', models.JSONField(blank=True, default=dict, help_text='name, about, followers, posts of the last probe')),
                ('connected_at', models.DateTimeField(blank=True, null=True)),
                ('disconnected_at', models.DateTimeField(blank=True, null=True)),
                ('token_state', models.CharField(choices=[('works', 'works'), ('expiring', 'runs out soon'), ('dead', 'no longer accepted'), ('unknown', 'not checked yet')], default='unknown', max_length=8)),
                ('last_success_at', models.DateTimeField(blank=True, null=True)),
                ('last_trouble_at', models.DateTimeField(blank=True, null=True)),
                ('last_trouble', models.JSONField(blank=True, default=dict, help_text='words (msgid) and params, no secret')),
                ('next_check_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('busy_until', models.DateTimeField(blank=True, null=True)),
                ('busy_with', models.CharField(blank=True, max_length=40)),
                ('not_before', models.DateTimeField(blank=True, help_text='The network asked us to wait until then', null=True)),
                ('budget_left', models.FloatField(default=30, help_text='Token bucket: calls left')),
                ('budget_at', models.DateTimeField(default=django.utils.timezone.now, help_text='When budget_left was true')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='channels', to='people.branch')),
                ('deputy', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='deputy_for', to=settings.AUTH_USER_MODEL)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='channels', to='people.library')),
                ('responsible', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='responsible_for', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['position', 'name'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('remote_id', ''), _negated=True), fields=('library', 'network_key', 'address', 'remote_id'), name='channel_account_once')],
            },
        ),
        migrations.CreateModel(
            name='Budget',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('cents', models.PositiveIntegerField(verbose_name='Budget a month, in US cents')),
                ('confirmed', models.TextField(help_text='The words about the costs that the manager has read and ticked')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('channel', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='budget', to='channels.channel')),
            ],
        ),
        migrations.CreateModel(
            name='Credential',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sealed', models.TextField()),
                ('expires_at', models.DateTimeField(blank=True, null=True)),
                ('renewing_until', models.DateTimeField(blank=True, help_text='lease of whoever is just renewing it', null=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('channel', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='credential', to='channels.channel')),
            ],
        ),
        migrations.CreateModel(
            name='Expense',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reference', models.CharField(help_text='Which call: a delivery and its try, or a reading', max_length=80)),
                ('micro', models.PositiveBigIntegerField(help_text='Micro-US-dollars')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='expenses', to='channels.channel')),
            ],
            options={
                'indexes': [models.Index(fields=['channel', 'at'], name='channels_ex_channel_b45a94_idx')],
                'constraints': [models.UniqueConstraint(fields=('channel', 'reference'), name='expense_once')],
            },
        ),
        migrations.CreateModel(
            name='Figure',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(choices=[('followers', 'Followers'), ('posts', 'Posts'), ('readers', 'Readers'), ('responses', 'Responses')], default='followers', max_length=10, verbose_name='What was counted')),
                ('value', models.PositiveIntegerField(verbose_name='How many')),
                ('on', models.DateField(verbose_name='Day')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='figures', to='channels.channel')),
            ],
            options={
                'ordering': ['-on', 'name'],
                'constraints': [models.UniqueConstraint(fields=('channel', 'name', 'on'), name='figure_once_a_day')],
            },
        ),
    ]
