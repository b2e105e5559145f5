import django.db.models.deletion
import django.db.models.functions.text
import django.utils.timezone
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('channels', '0001_initial'),
        ('media', '0001_initial'),
        ('people', '0001_initial'),
        ('people', '__first__'),
    ]

    operations = [
        migrations.CreateModel(
            name='Topic',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='Topic')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('retired_at', models.DateTimeField(blank=True, help_text='kept on old posts, no longer offered', null=True)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='topics', to='people.library')),
            ],
            options={
                'ordering': ['position', 'name'],
                'constraints': [models.UniqueConstraint(fields=('library', 'name'), name='topic_once')],
            },
        ),
        migrations.CreateModel(
            name='Post',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('library', 'on behalf of the library'), ('personal', 'personal statement')], default='library', max_length=8)),
                ('form', models.CharField(choices=[('post', 'post'), ('reply', 'answer')], default='post', max_length=8)),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='Title')),
                ('text', models.TextField(blank=True, verbose_name='Text')),
                ('warning', models.CharField(blank=True, max_length=200, verbose_name='Content warning')),
                ('lang', models.CharField(default='de', max_length=2, verbose_name='Language')),
                ('sponsored', models.BooleanField(default=False, help_text='It is labelled as advertising then.', verbose_name='Paid for, or about something we were given')),
                ('ai_made', models.BooleanField(default=False, help_text='For more than spelling: it is labelled then.', verbose_name='Written with the help of AI')),
                ('films_captioned', models.BooleanField(default=False, help_text='Asked where a link leads to a film or a recording.', verbose_name='Linked films have captions or a transcript')),
                ('leave', models.CharField(blank=True, help_text='Who has given it, and when.', max_length=200, verbose_name='Leave for what is quoted')),
                ('names', models.CharField(blank=True, help_text='of an answer: whom it must name to reach them; stands in front', max_length=300)),
                ('heated_at', models.DateTimeField(blank=True, help_text='of an answer: since when its conversation is heated', null=True)),
                ('answered_at', models.DateTimeField(blank=True, help_text='of an answer: when we last answered there', null=True)),
                ('audience', models.CharField(default='public', max_length=10, verbose_name='Visibility')),
                ('late', models.CharField(choices=[('send', 'send it anyway'), ('ask', 'ask me'), ('drop', 'do not send it')], default='ask', max_length=4, verbose_name='If it cannot go out in time')),
                ('late_after', models.PositiveIntegerField(default=60, help_text='minutes after the planned time')),
                ('planned_wall', models.CharField(blank=True, help_text='wall time as planned, YYYY-MM-DDTHH:MM', max_length=16)),
                ('planned_zone', models.CharField(blank=True, max_length=60)),
                ('wished_at', models.DateTimeField(blank=True, help_text='of a draft: the moment its author has in mind; nothing goes out because of it', null=True)),
                ('written_by', models.JSONField(blank=True, default=list, help_text='keys of all who have saved a word of it: none of them can be its second pair of eyes')),
                ('revision', models.PositiveIntegerField(default=0, help_text='raised by every save; a save of an older one is refused')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('saved_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('saved_from', models.CharField(blank=True, help_text='the open page that saved last, a random word of its own', max_length=40)),
                ('set_aside', models.JSONField(blank=True, default=dict, help_text='texts that are not in use but not lost: own texts by channel, `replaced` by a later save')),
                ('released_at', models.DateTimeField(blank=True, help_text='when publishing took it over', null=True)),
                ('binned_at', models.DateTimeField(blank=True, null=True)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='people.library')),
                ('released_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('saved_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('sender', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='posts', to=settings.AUTH_USER_MODEL)),
                ('topics', models.ManyToManyField(blank=True, related_name='posts', to='posts.topic', verbose_name='Topics')),
            ],
            options={
                'ordering': ['-saved_at'],
                'indexes': [models.Index(fields=['library', '-saved_at'], name='posts_post_library_f0249b_idx'), models.Index(fields=['library', 'wished_at'], name='posts_post_library_56317d_idx'), models.Index(fields=['planned_wall'], name='post_planned'), models.Index(fields=['library', '-released_at'], name='post_by_release'), models.Index(condition=models.Q(('binned_at', None), ('released_at', None)), fields=['library', '-saved_at'], name='post_drafts'), models.Index(condition=models.Q(('binned_at__isnull', False)), fields=['library', '-binned_at'], name='post_bin_of'), models.Index(condition=models.Q(('binned_at__isnull', False)), fields=['binned_at'], name='post_in_bin'), models.Index(models.F('library'), django.db.models.functions.text.Length('text'), name='posts_post_length')],
            },
        ),
        migrations.CreateModel(
            name='Remark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('settled_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('mentioned', models.ManyToManyField(blank=True, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='remarks', to='posts.post')),
                ('settled_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Starter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, verbose_name='Name')),
                ('title', models.CharField(blank=True, max_length=200, verbose_name='Title')),
                ('text', models.TextField(verbose_name='Text')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('channels', models.ManyToManyField(blank=True, related_name='+', to='channels.channel', verbose_name='Channels')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='starters', to='people.library')),
                ('topics', models.ManyToManyField(blank=True, related_name='+', to='posts.topic', verbose_name='Topics')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('library', 'name'), name='starter_once')],
            },
        ),
        migrations.CreateModel(
            name='Version',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('own_text', models.TextField(blank=True, null=True)),
                ('options', models.JSONField(blank=True, default=dict, help_text="answers to the network's own questions, by name (Facts.options)")),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='channels.channel')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='versions', to='posts.post')),
            ],
            options={
                'ordering': ['channel__position', 'channel__name'],
                'constraints': [models.UniqueConstraint(fields=('post', 'channel'), name='version_once')],
            },
        ),
        migrations.CreateModel(
            name='Writing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page', models.CharField(blank=True, help_text='the open page that writes, a random word of its own', max_length=40)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, help_text='last sign of life')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='writing', to='posts.post')),
            ],
        ),
        migrations.CreateModel(
            name='Hashtag',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('word', models.CharField(help_text='without #', max_length=60, verbose_name='Hashtag')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='hashtags', to='people.library')),
            ],
            options={
                'ordering': ['word'],
                'constraints': [models.UniqueConstraint(fields=('library', 'word'), name='hashtag_once')],
            },
        ),
        migrations.CreateModel(
            name='Partner',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('handle', models.CharField(help_text='For example @museum@kultur.example', max_length=200, verbose_name='Account')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='partners', to='people.library')),
            ],
            options={
                'ordering': ['name'],
                'constraints': [models.UniqueConstraint(fields=('library', 'handle'), name='partner_once')],
            },
        ),
        migrations.CreateModel(
            name='Override',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=6)),
                ('finding', models.CharField(max_length=64)),
                ('reason', models.CharField(max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='overrides', to='posts.post')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('post', 'finding'), name='override_once')],
            },
        ),
        migrations.CreateModel(
            name='Authorship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='authorships', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='authorships', to='posts.post')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('post', 'person'), name='authorship_once')],
            },
        ),
        migrations.CreateModel(
            name='Attachment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('alt', models.TextField(blank=True, verbose_name='Picture description')),
                ('decorative', models.BooleanField(default=False, verbose_name='Decoration only, nothing to describe')),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='attachments', to='media.asset')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attachments', to='posts.post')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('post', 'asset'), name='attachment_once')],
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('asked', 'waits for approval'), ('approved', 'approved'), ('returned', 'returned'), ('withdrawn', 'withdrawn'), ('lapsed', 'not approved in time')], default='asked', max_length=9)),
                ('revision', models.PositiveIntegerField(help_text='of the post when it was handed in')),
                ('seal', models.CharField(blank=True, help_text='mark of all that goes out, when it was handed in', max_length=64)),
                ('asked_at', models.DateTimeField(default=django.utils.timezone.now)),
                ('for_at', models.DateTimeField(blank=True, help_text='when it should go out; None for as soon as it is approved', null=True)),
                ('word', models.TextField(blank=True, help_text='of the one who hands in')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('answer', models.TextField(blank=True, help_text='of the one who decides')),
                ('remind_at', models.DateTimeField(blank=True, help_text='when the editorial group is reminded, once', null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('asked_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='posts.post')),
            ],
            options={
                'ordering': ['-asked_at', '-pk'],
                'indexes': [models.Index(fields=['state', 'for_at'], name='posts_appro_state_afd596_idx'), models.Index(condition=models.Q(('reminded_at', None), ('state', 'asked')), fields=['remind_at'], name='approval_to_remind')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('post',), name='approval_one_open')],
            },
        ),
    ]
