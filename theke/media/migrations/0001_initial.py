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
            name='Asset',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sha256', models.CharField(max_length=64)),
                ('mime', models.CharField(max_length=20)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('size', models.PositiveIntegerField(help_text='bytes')),
                ('look', models.CharField(editable=False, help_text='marks how it looks, 256 bits in hex; empty for too plain to tell, None for not taken yet', max_length=64, null=True)),
                ('file_name', models.CharField(blank=True, help_text='as uploaded', max_length=200)),
                ('alt', models.TextField(blank=True, verbose_name='Picture description')),
                ('wording', models.TextField(blank=True, help_text='As they stand there, if there are any.', verbose_name='Words in the picture')),
                ('credit', models.CharField(blank=True, max_length=200, verbose_name='Credit')),
                ('licence', models.CharField(blank=True, max_length=60, verbose_name='Licence')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='Source')),
                ('author', models.CharField(blank=True, max_length=200, verbose_name='Made by')),
                ('terms', models.CharField(blank=True, choices=[('', 'nobody has said yet'), ('own', 'our own work'), ('permission', 'with permission'), ('cc0', 'CC0 or public domain'), ('cc_by', 'CC BY 4.0'), ('cc_by_sa', 'CC BY-SA 4.0'), ('cc_by_nd', 'CC BY-ND 4.0'), ('cc_by_nc', 'CC BY-NC 4.0'), ('cc_by_nc_sa', 'CC BY-NC-SA 4.0'), ('cc_by_nc_nd', 'CC BY-NC-ND 4.0'), ('cover', 'cover of a book'), ('other', 'something else')], max_length=12, verbose_name='Why we may use it')),
                ('cover_of', models.CharField(blank=True, max_length=120, verbose_name='ISBN or publisher')),
                ('rights_until', models.DateField(blank=True, help_text='that day included', null=True, verbose_name='May be shown until')),
                ('warned_until', models.DateField(blank=True, editable=False, help_text='the end of which people were told ahead', null=True)),
                ('ended_until', models.DateField(blank=True, editable=False, help_text='the end that has been acted upon', null=True)),
                ('cropped', models.BooleanField(default=False, verbose_name='It is a part of a larger picture')),
                ('ai_made', models.BooleanField(default=False, verbose_name='Made or changed by AI')),
                ('people', models.CharField(blank=True, choices=[('', 'nobody has said yet'), ('none', 'nobody'), ('incidental', 'people in passing, not what the picture is about'), ('gathering', 'a gathering, nobody by themselves'), ('recognisable', 'people who can be recognised')], max_length=12, verbose_name='Who can be recognised')),
                ('minors', models.BooleanField(default=False, verbose_name='Children or young people among them')),
                ('focus_x', models.FloatField(default=0.0, help_text='-1 left to 1 right')),
                ('focus_y', models.FloatField(default=0.0, help_text='-1 bottom to 1 top')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('binned_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='assets', to='people.library')),
            ],
            options={
                'ordering': ['-at'],
                'indexes': [models.Index(fields=['library', 'binned_at', '-at'], name='media_asset_library_2a1e2d_idx'), models.Index(condition=models.Q(('rights_until__isnull', False)), fields=['library', 'rights_until'], name='asset_ends'), models.Index(condition=models.Q(('look__isnull', True)), fields=['id'], name='asset_unlooked'), models.Index(condition=models.Q(('binned_at__isnull', False)), fields=['binned_at'], name='asset_in_bin')],
                'constraints': [models.UniqueConstraint(fields=('library', 'sha256'), name='asset_once')],
            },
        ),
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
                ('warned_until', models.DateField(blank=True, editable=False, help_text='the end of which people were told ahead', null=True)),
                ('ended_until', models.DateField(blank=True, editable=False, help_text='the end that has been acted upon', null=True)),
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
                'indexes': [models.Index(condition=models.Q(('until__isnull', False)), fields=['until'], name='consent_ends')],
            },
        ),
        migrations.CreateModel(
            name='Rendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('spec', models.CharField(max_length=80)),
                ('sha256', models.CharField(max_length=64)),
                ('mime', models.CharField(max_length=20)),
                ('width', models.PositiveIntegerField()),
                ('height', models.PositiveIntegerField()),
                ('size', models.PositiveIntegerField()),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='renditions', to='media.asset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('asset', 'spec'), name='rendition_once')],
            },
        ),
        migrations.CreateModel(
            name='RenditionOrder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('spec', models.CharField(max_length=80)),
                ('due_at', models.DateTimeField(db_index=True, default=django.utils.timezone.now)),
                ('tries', models.PositiveSmallIntegerField(default=0)),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='orders', to='media.asset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('asset', 'spec'), name='rendition_order_once')],
            },
        ),
        migrations.CreateModel(
            name='Showing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('key', models.CharField(blank=True, max_length=80)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('until', models.DateTimeField(blank=True, help_text='public until then; None for no end', null=True)),
                ('asset', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='showings', to='media.asset')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('asset', 'key'), name='showing_once')],
            },
        ),
    ]
