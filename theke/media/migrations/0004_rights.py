"""Whose a picture is and who can be seen on it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Adds the answers; nobody has given them yet."""

    dependencies = [
        ('media', '0003_asset_by_time'),
    ]

    operations = [
        migrations.AddField(
            model_name='asset',
            name='ai_made',
            field=models.BooleanField(default=False, verbose_name='Made or changed by AI'),
        ),
        migrations.AddField(
            model_name='asset',
            name='author',
            field=models.CharField(blank=True, max_length=200, verbose_name='Made by'),
        ),
        migrations.AddField(
            model_name='asset',
            name='cover_of',
            field=models.CharField(blank=True, max_length=120, verbose_name='ISBN or publisher'),
        ),
        migrations.AddField(
            model_name='asset',
            name='cropped',
            field=models.BooleanField(default=False, verbose_name='It is a part of a larger picture'),
        ),
        migrations.AddField(
            model_name='asset',
            name='minors',
            field=models.BooleanField(default=False, verbose_name='Children or young people among them'),
        ),
        migrations.AddField(
            model_name='asset',
            name='people',
            field=models.CharField(blank=True, choices=[('', 'nobody has said yet'), ('none', 'nobody'), ('incidental', 'people in passing, not what the picture is about'), ('gathering', 'a gathering, nobody by themselves'), ('recognisable', 'people who can be recognised')], max_length=12, verbose_name='Who can be recognised'),
        ),
        migrations.AddField(
            model_name='asset',
            name='rights_until',
            field=models.DateField(blank=True, help_text='that day included', null=True, verbose_name='May be shown until'),
        ),
        migrations.AddField(
            model_name='asset',
            name='terms',
            field=models.CharField(blank=True, choices=[('', 'nobody has said yet'), ('own', 'our own work'), ('permission', 'with permission'), ('cc0', 'CC0 or public domain'), ('cc_by', 'CC BY 4.0'), ('cc_by_sa', 'CC BY-SA 4.0'), ('cc_by_nd', 'CC BY-ND 4.0'), ('cc_by_nc', 'CC BY-NC 4.0'), ('cc_by_nc_sa', 'CC BY-NC-SA 4.0'), ('cc_by_nc_nd', 'CC BY-NC-ND 4.0'), ('cover', 'cover of a book'), ('other', 'something else')], max_length=12, verbose_name='Why we may use it'),
        ),
    ]
