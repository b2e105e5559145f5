<?php
// A must-use plugin: the public may comment by the interface, several times a minute; and the faults that a plugin causes.
add_filter('rest_allow_anonymous_comments', '__return_true');
if (getenv('BLOG_FLOOD') !== 'kept') {
    add_action('init', function () { remove_filter('check_comment_flood', 'check_comment_flood_db', 10); });
}
if (getenv('BLOG_FAULT') === 'disabled') {
    add_filter('wp_is_application_passwords_available', '__return_false');
}
if (getenv('BLOG_FAULT') === 'closed') {
    add_filter('rest_authentication_errors', function ($so_far) {
        return is_user_logged_in() ? $so_far : new WP_Error('rest_login_required', 'Only authenticated users may use the interface.', ['status' => 401]);
    });
}
if (getenv('BLOG_FAULT') === 'renamed') {
    add_filter('rest_url_prefix', function () { return 'schnittstelle'; });
    add_filter('option_rewrite_rules', function ($rules) {
        return array_combine(preg_replace('/^\^wp-json/', '^schnittstelle', array_keys($rules)), $rules);
    });
}
