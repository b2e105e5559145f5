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
            name='Guideline',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('layer', models.CharField(choices=[('own', "The library's own"), ('municipality', "The municipality's"), ('further', 'A further one')], default='own', max_length=12, verbose_name='Layer')),
                ('name', models.CharField(max_length=120, verbose_name='Whose guideline it is')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='guidelines', to='people.library')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('layer', 'further'), _negated=True), fields=('library', 'layer'), name='guideline_layer_once'), models.UniqueConstraint(fields=('library', 'name'), name='guideline_name_once')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('languages', models.JSONField(default=list, help_text='codes of ISO 639-1, the first is the one that counts')),
                ('intro', models.JSONField(blank=True, default=dict, help_text='by language')),
                ('valid_from', models.DateField(blank=True, null=True, verbose_name='Valid from')),
                ('decided_by', models.CharField(blank=True, max_length=200, verbose_name='Decided by')),
                ('decided_at', models.DateTimeField(blank=True, help_text='None while it is a draft', null=True)),
                ('made_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('guideline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='editions', to='guidelines.guideline')),
            ],
            options={
                'ordering': ['-number'],
                'constraints': [models.UniqueConstraint(fields=('guideline', 'number'), name='edition_number_once'), models.UniqueConstraint(condition=models.Q(('decided_at', None)), fields=('guideline',), name='edition_one_draft')],
            },
        ),
        migrations.CreateModel(
            name='Handle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('handle', models.CharField(help_text='in lower case and without @', max_length=120)),
                ('agreed_at', models.DateTimeField(blank=True, help_text='of the second confirmation; None until then', null=True)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='private_handle', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('address', models.TextField(help_text='as it stands in the text')),
                ('mark', models.CharField(help_text='SHA-256 of the address, which may be too long for an index', max_length=64)),
                ('host', models.CharField(help_text='in small letters; of each one link at a time is followed', max_length=253)),
                ('used_at', models.DateTimeField(help_text='when a text was last seen that uses it; exact to a day')),
                ('due_at', models.DateTimeField(blank=True, help_text='when it is followed next; None where nobody needs it', null=True)),
                ('leased_until', models.DateTimeField(blank=True, help_text='while it is being followed; so long its host is taken', null=True)),
                ('looked_at', models.DateTimeField(blank=True, null=True)),
                ('status', models.PositiveSmallIntegerField(blank=True, help_text='of the last answer; None where there was none', null=True)),
                ('led_to', models.TextField(blank=True, help_text='the address on another host to which it has moved for good')),
                ('misses', models.PositiveSmallIntegerField(default=0, help_text='looks that found nothing there, since one found something')),
                ('tries', models.PositiveSmallIntegerField(default=0, help_text='looks in a row that said nothing either way')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='people.library')),
            ],
            options={
                'indexes': [models.Index(condition=models.Q(('due_at__isnull', False)), fields=['due_at'], name='link_due'), models.Index(fields=['used_at'], name='link_used'), models.Index(condition=models.Q(('misses__gte', 2), models.Q(('led_to', ''), _negated=True), _connector='OR'), fields=['library'], name='link_told')],
                'constraints': [models.UniqueConstraint(fields=('library', 'mark'), name='link_once')],
            },
        ),
        migrations.CreateModel(
            name='OwnThings',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('domains', models.JSONField(blank=True, default=list)),
                ('phones', models.JSONField(blank=True, default=list)),
                ('ibans', models.JSONField(blank=True, default=list)),
                ('addresses', models.JSONField(blank=True, default=list)),
                ('names', models.JSONField(blank=True, default=list)),
                ('internal_terms', models.JSONField(blank=True, default=list)),
                ('unnamed', models.JSONField(blank=True, default=list)),
                ('card_pattern', models.CharField(blank=True, max_length=120, verbose_name='Borrower card')),
                ('card_check', models.CharField(blank=True, choices=[('', 'none'), ('luhn', 'Luhn'), ('codabar', 'Codabar')], max_length=8, verbose_name='Check digit')),
                ('disclaimers', models.JSONField(blank=True, default=list)),
                ('brands', models.JSONField(blank=True, default=list)),
                ('allowed', models.JSONField(blank=True, default=list)),
                ('harsh', models.JSONField(blank=True, default=dict, help_text='lists by language')),
                ('candidates', models.JSONField(blank=True, default=list)),
                ('asks_confirmation', models.BooleanField(default=False, help_text='to publish, one must have confirmed what is in force')),
                ('asks_introduction', models.BooleanField(default=False, help_text='to publish, one must have been introduced')),
                ('follows_links', models.BooleanField(default=True, verbose_name='Follow the links in our texts')),
                ('stamp', models.UUIDField(default=uuid.uuid4, editable=False, help_text='another one with every change of the guideline')),
                ('library', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='own_things', to='people.library')),
            ],
        ),
        migrations.CreateModel(
            name='Point',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('anchor', models.SlugField(max_length=60)),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('title', models.JSONField(default=dict, help_text='by language')),
                ('text', models.JSONField(blank=True, default=dict, help_text='by language')),
                ('do', models.JSONField(blank=True, default=dict, help_text='by language, one line each')),
                ('dont', models.JSONField(blank=True, default=dict, help_text='by language, one line each')),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='points', to='guidelines.edition')),
            ],
            options={
                'ordering': ['position', 'pk'],
                'constraints': [models.UniqueConstraint(fields=('edition', 'anchor'), name='point_anchor_once')],
            },
        ),
        migrations.CreateModel(
            name='PolicyAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('question', models.CharField(max_length=20)),
                ('option', models.CharField(max_length=20)),
                ('words', models.TextField(blank=True, max_length=2000, verbose_name='In our words')),
                ('decided_on', models.DateField(verbose_name='Decided on')),
                ('review_on', models.DateField(verbose_name='To be looked at again on')),
                ('by_name', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='policy_answers', to='people.library')),
            ],
            options={
                'ordering': ['-pk'],
                'indexes': [models.Index(fields=['library', 'question'], name='guidelines__library_63a84e_idx')],
            },
        ),
        migrations.CreateModel(
            name='RuleSetting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('rule', models.CharField(max_length=8)),
                ('weight', models.CharField(blank=True, choices=[('block', 'needed to publish'), ('warn', 'publish with a reason'), ('hint', 'hint'), ('off', 'off'), ('', 'as the desk brings it')], max_length=5, verbose_name='Weight')),
                ('valid_from', models.DateField(verbose_name='Valid from')),
                ('reason', models.CharField(max_length=300, verbose_name='Reason')),
                ('by_name', models.CharField(blank=True, max_length=120)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('guideline', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='settings', to='guidelines.guideline')),
            ],
            options={
                'ordering': ['-valid_from', '-pk'],
                'indexes': [models.Index(fields=['guideline', 'rule'], name='guidelines__guideli_9782ad_idx')],
            },
        ),
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
        migrations.CreateModel(
            name='CoverRight',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('publisher', models.CharField(max_length=120, verbose_name='Publisher')),
                ('isbn_prefix', models.CharField(blank=True, help_text='For example 978-3-7891', max_length=17, verbose_name='Beginning of its ISBNs')),
                ('may', models.CharField(choices=[('show', 'may be shown'), ('whole', 'may be shown uncut only'), ('ask', 'ask first'), ('never', 'may not be shown')], default='ask', max_length=5, verbose_name='Its covers')),
                ('credit', models.CharField(blank=True, max_length=200, verbose_name='Credit it asks for')),
                ('source', models.URLField(blank=True, max_length=300, verbose_name='Where it says so')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='cover_rights', to='people.library')),
            ],
            options={
                'ordering': ['publisher'],
                'constraints': [models.UniqueConstraint(fields=('library', 'publisher'), name='cover_publisher_once')],
            },
        ),
        migrations.CreateModel(
            name='Acknowledgement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acknowledgements', to=settings.AUTH_USER_MODEL)),
                ('edition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='acknowledgements', to='guidelines.edition')),
            ],
            options={
                'ordering': ['-at'],
                'constraints': [models.UniqueConstraint(fields=('person', 'edition'), name='acknowledged_once')],
            },
        ),
        migrations.CreateModel(
            name='ElectionPeriod',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Election')),
                ('first', models.DateField(verbose_name='First day')),
                ('last', models.DateField(verbose_name='Last day')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='election_periods', to='people.library')),
            ],
            options={
                'ordering': ['-first'],
                'constraints': [models.CheckConstraint(condition=models.Q(('last__gte', models.F('first'))), name='election_ends_after_start')],
            },
        ),
    ]
