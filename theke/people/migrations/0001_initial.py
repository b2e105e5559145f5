import datetime
import django.db.models.deletion
import django.utils.timezone
import theke.people.models.library
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Library',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Name of the library')),
                ('slug', models.SlugField(max_length=60, unique=True, verbose_name='Short name in addresses')),
                ('municipality', models.CharField(blank=True, max_length=120, verbose_name='Municipality')),
                ('languages', models.JSONField(default=theke.people.models.library.german_only, verbose_name='Languages it publishes in')),
                ('time_zone', models.CharField(default='Europe/Berlin', max_length=60, verbose_name='Time zone')),
                ('jurisdiction', models.CharField(blank=True, help_text='For example DE-NW or SE', max_length=12, verbose_name='Land or state')),
                ('imprint_url', models.URLField(blank=True, verbose_name='Address of the imprint')),
                ('privacy_url', models.URLField(blank=True, verbose_name='Address of the privacy notice')),
                ('netiquette_url', models.URLField(blank=True, verbose_name='Address of the netiquette')),
                ('contact_email', models.EmailField(blank=True, max_length=254, verbose_name='Contact e-mail')),
                ('population', models.PositiveIntegerField(blank=True, null=True, verbose_name='Population served')),
                ('address_form', models.CharField(choices=[('du', 'informal (du)'), ('sie', 'formal (Sie)')], default='sie', max_length=3, verbose_name='Form of address')),
                ('urgent_by', models.CharField(choices=[('nobody', 'nobody'), ('editors', 'editors and managers'), ('everyone', 'everybody who is no longer new')], default='editors', help_text='Where a channel asks for a second pair of eyes, an urgent post goes out at once, and somebody else looks at it afterwards.', max_length=8, verbose_name='Who may send urgent posts')),
                ('brand_colour', models.CharField(blank=True, help_text='#rrggbb; empty for ours', max_length=7, verbose_name='Colour of the library')),
                ('emblem', models.CharField(blank=True, help_text='coat of arms or logo: the file name the public fetches it by', max_length=72)),
                ('barriers', models.TextField(blank=True, help_text='What does not work for everybody yet, one line each', verbose_name='Known limits')),
                ('enforcement', models.TextField(blank=True, help_text='Name and address of the body of your Land or state', verbose_name='Enforcement body')),
                ('statement_on', models.DateField(blank=True, null=True, verbose_name='Date of the statement')),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('paused_at', models.DateTimeField(blank=True, help_text='since when all that is planned waits (R51); None as a rule', null=True)),
                ('paused_why', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='Branch',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='Name of the branch')),
                ('shelf_code', models.CharField(help_text='Up to three letters, shown on the spine label', max_length=3, verbose_name='Shelf code')),
                ('slug', models.SlugField(max_length=60)),
                ('address', models.CharField(blank=True, max_length=200, verbose_name='Street address')),
                ('position', models.PositiveSmallIntegerField(default=0)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='branches', to='people.library')),
            ],
            options={
                'verbose_name_plural': 'branches',
                'ordering': ['position', 'name'],
                'constraints': [models.UniqueConstraint(fields=('library', 'slug'), name='branch_slug_once'), models.UniqueConstraint(fields=('library', 'shelf_code'), name='branch_code_once')],
            },
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('password', models.CharField(max_length=128, verbose_name='password')),
                ('last_login', models.DateTimeField(blank=True, null=True, verbose_name='last login')),
                ('email', models.EmailField(max_length=254, unique=True, verbose_name='E-mail address')),
                ('name', models.CharField(max_length=120, verbose_name='Name')),
                ('function', models.CharField(blank=True, help_text="For example: children's librarian", max_length=120, verbose_name='Function')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='Telephone at work')),
                ('initials', models.CharField(blank=True, max_length=4, verbose_name='Initials')),
                ('languages', models.JSONField(blank=True, default=list, verbose_name='Languages spoken')),
                ('subject_areas', models.JSONField(blank=True, default=list, verbose_name='Subject areas')),
                ('role', models.CharField(choices=[('employee', 'Employee'), ('editor', 'Editor'), ('manager', 'Manager')], default='employee', max_length=8, verbose_name='Role')),
                ('language', models.CharField(choices=[('de', 'Deutsch'), ('sv', 'Svenska'), ('en', 'English')], default='de', max_length=2, verbose_name='Language of the desk')),
                ('theme', models.CharField(choices=[('system', 'as the device'), ('light', 'light'), ('dark', 'dark')], default='system', max_length=6, verbose_name='Colours')),
                ('mail', models.CharField(choices=[('now', 'at once'), ('digest', 'once a day, together'), ('none', 'not at all')], default='now', max_length=6, verbose_name='Notices by e-mail')),
                ('digest_at', models.TimeField(default=datetime.time(7, 30), help_text='wall time of the library, on working days', verbose_name='Digest at')),
                ('quiet_from', models.TimeField(default=datetime.time(18, 0), verbose_name='No e-mail from')),
                ('quiet_until', models.TimeField(default=datetime.time(7, 0), verbose_name='until')),
                ('keys', models.BooleanField(default=True, verbose_name='Use single keys as shortcuts')),
                ('remembered', models.JSONField(blank=True, default=dict, help_text='the filters last chosen, by page')),
                ('is_active', models.BooleanField(default=True)),
                ('left_at', models.DateTimeField(blank=True, null=True)),
                ('created_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('home_branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='people', to='people.branch')),
                ('library', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='people', to='people.library')),
            ],
            options={
                'verbose_name_plural': 'people',
                'ordering': ['name'],
            },
        ),
        migrations.CreateModel(
            name='Companionship',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('agreed_at', models.DateTimeField(blank=True, help_text='None while the companion has not answered', null=True)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('companion', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='accompanies', to=settings.AUTH_USER_MODEL)),
                ('newcomer', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='companionship', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Introduction',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='introduction', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Invitation',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('token', models.CharField(help_text='SHA-256 of the token in the link', max_length=64, unique=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('used_at', models.DateTimeField(blank=True, null=True)),
                ('mail_again_at', models.DateTimeField(blank=True, help_text='when to mail it (again); None once that is done', null=True)),
                ('mail_tries', models.PositiveSmallIntegerField(default=0)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='invitations', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='OpeningHours',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('weekday', models.PositiveSmallIntegerField(help_text='0 is Monday')),
                ('opens', models.TimeField()),
                ('closes', models.TimeField()),
                ('branch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='opening_hours', to='people.branch')),
            ],
            options={
                'verbose_name_plural': 'opening hours',
                'ordering': ['weekday', 'opens'],
            },
        ),
        migrations.CreateModel(
            name='Training',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=160, verbose_name='Course or talk')),
                ('held_on', models.DateField(verbose_name='Day')),
                ('given_by', models.CharField(blank=True, max_length=160, verbose_name='Given by')),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='trainings', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['-held_on', '-pk'],
            },
        ),
        migrations.CreateModel(
            name='Absence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('starts', models.DateField(verbose_name='First day')),
                ('ends', models.DateField(verbose_name='Last day')),
                ('left_stand_in', models.ForeignKey(blank=True, help_text='who was to stand in and has left the library; until somebody chooses anew', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='absences', to=settings.AUTH_USER_MODEL)),
                ('stand_in', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stands_in_for', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ['starts'],
                'constraints': [models.CheckConstraint(condition=models.Q(('ends__gte', models.F('starts'))), name='absence_ends_after_start')],
            },
        ),
        migrations.CreateModel(
            name='HistoryEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('by_name', models.CharField(blank=True, max_length=120)),
                ('verb', models.CharField(max_length=60)),
                ('kind', models.CharField(max_length=60)),
                ('thing_id', models.CharField(max_length=40)),
                ('label', models.CharField(max_length=200)),
                ('details', models.JSONField(default=dict)),
                ('at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='history', to='people.library')),
            ],
            options={
                'verbose_name_plural': 'history entries',
                'ordering': ['-at', '-pk'],
                'indexes': [models.Index(fields=['kind', 'thing_id'], name='people_hist_kind_b9d1d9_idx'), models.Index(fields=['library', '-at'], name='people_hist_library_ac04ba_idx')],
            },
        ),
        migrations.CreateModel(
            name='Closing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('day', models.DateField()),
                ('reason', models.CharField(blank=True, max_length=120)),
                ('branch', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='people.branch')),
                ('library', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='closings', to='people.library')),
            ],
            options={
                'ordering': ['day'],
                'constraints': [models.UniqueConstraint(condition=models.Q(('branch', None)), fields=('library', 'day'), name='closing_once'), models.UniqueConstraint(fields=('branch', 'day'), name='closing_of_branch_once')],
            },
        ),
        migrations.AddField(
            model_name='library',
            name='paused_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
    ]
