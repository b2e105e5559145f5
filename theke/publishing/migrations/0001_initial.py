import django.db.models.deletion
import django.utils.timezone
import uuid
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
            name='Delivery',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('uuid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('kind', models.CharField(choices=[('post', 'publication'), ('edit', 'change'), ('remove', 'removal')], default='post', max_length=6)),
                ('purpose', models.CharField(default='post', help_text='post, edit:1, edit:2 …, remove:1 …', max_length=20)),
                ('part', models.PositiveSmallIntegerField(default=0, help_text='place in a chain of replies to ourselves')),
                ('payload', models.JSONField(help_text='text with signature, title, warning, lang, audience, media [{asset, spec, alt, focus}], sender')),
                ('target', models.JSONField(blank=True, default=dict, help_text='Ref that a reply answers')),
                ('key', models.CharField(help_text='idempotency or record key, chosen once', max_length=64, unique=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('state', models.CharField(choices=[('due', 'planned'), ('sending', 'going out'), ('sent', 'published'), ('failed', 'not published'), ('ask', 'please check'), ('late', 'too late, please decide'), ('hand', 'to be published by hand'), ('dropped', 'not sent, too late'), ('cancelled', 'cancelled')], default='due', max_length=9)),
                ('due_at', models.DateTimeField()),
                ('late', models.CharField(choices=[('send', 'send it anyway'), ('ask', 'ask me'), ('drop', 'do not send it')], default='ask', max_length=4)),
                ('late_at', models.DateTimeField(blank=True, help_text='from then on the late policy holds; None for never', null=True)),
                ('retry_at', models.DateTimeField(blank=True, null=True)),
                ('fence', models.PositiveIntegerField(default=0)),
                ('lease_until', models.DateTimeField(blank=True, null=True)),
                ('intent_at', models.DateTimeField(blank=True, help_text='when the first try was about to go on the wire', null=True)),
                ('held_at', models.DateTimeField(blank=True, help_text="since when it waits for a person's word, after a pause or over a picture; it goes nowhere before", null=True)),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='how often the write was put on the wire')),
                ('looks', models.PositiveSmallIntegerField(default=0, help_text='looks in a row that said Absent since the last try')),
                ('staged', models.JSONField(blank=True, default=dict, help_text='what preparing has kept, such as remote media ids')),
                ('remote', models.JSONField(blank=True, default=dict, help_text='Ref of the post on its network')),
                ('remote_id', models.CharField(blank=True, db_index=True, help_text="remote['id'], for finding what an answer answers", max_length=300)),
                ('url', models.URLField(blank=True, max_length=500)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('trouble', models.JSONField(blank=True, default=dict, help_text='words (msgid) and params of what is wrong now')),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('channel', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='channels.channel')),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('follows', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='followed_by', to='publishing.delivery')),
                ('original', models.ForeignKey(blank=True, help_text='what is edited or removed', null=True, on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='publishing.delivery')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='deliveries', to='posts.post')),
            ],
            options={
                'verbose_name_plural': 'deliveries',
                'indexes': [models.Index(fields=['state', 'due_at'], name='publishing__state_819517_idx'), models.Index(fields=['channel', 'state', 'due_at'], name='publishing__channel_c3f63d_idx'), models.Index(fields=['channel', '-sent_at'], name='publishing__channel_3f8858_idx'), models.Index(condition=models.Q(('held_at__isnull', False)), fields=['post'], name='delivery_held')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state', 'cancelled'), _negated=True), fields=('post', 'channel', 'purpose', 'part'), name='delivery_once')],
            },
        ),
        migrations.CreateModel(
            name='Attempt',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('fence', models.PositiveIntegerField()),
                ('step', models.CharField(choices=[('prepare', 'pictures uploaded'), ('send', 'sent'), ('find', 'looked on the network'), ('person', 'a person decided')], max_length=7)),
                ('outcome', models.CharField(choices=[('open', 'no answer yet'), ('done', 'done'), ('found', 'it is there'), ('absent', 'it is not there'), ('unsure', 'unclear'), ('later', 'try again later'), ('refused', 'refused'), ('reconnect', 'sign-in refused')], default='open', max_length=9)),
                ('words', models.JSONField(blank=True, default=dict, help_text='words (msgid) and params')),
                ('exchanges', models.JSONField(blank=True, default=list, help_text='Exchange of each call, redacted')),
                ('remote', models.JSONField(blank=True, default=dict)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('delivery', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='attempts', to='publishing.delivery')),
            ],
            options={
                'ordering': ['at', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='ExpiryRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField(help_text="by the library's clocks")),
                ('library', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='expiry_round', to='people.library')),
            ],
        ),
        migrations.CreateModel(
            name='Urgent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('seal', models.CharField(help_text='mark of all that goes out, when it was called urgent', max_length=64)),
                ('why', models.CharField(max_length=300)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('verdict', models.CharField(choices=[('open', 'went out urgently'), ('fine', 'looked at, all right'), ('recalled', 'recalled everywhere'), ('undone', 'taken back by its author')], default='open', max_length=8)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('remind_at', models.DateTimeField(blank=True, help_text='when those who could look are reminded, once', null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='urgents', to='posts.post')),
            ],
            options={
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(condition=models.Q(('reminded_at', None), ('verdict', 'open')), fields=['remind_at'], name='urgent_to_remind')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('verdict', 'open')), fields=('post',), name='urgent_one_open')],
            },
        ),
    ]
