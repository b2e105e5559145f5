<?php
// Makes the sub-sites of a network whose tables stand.
$_SERVER['HTTP_HOST'] = getenv('BLOG_HOST');
$_SERVER['REQUEST_METHOD'] = 'GET';
$_SERVER['REQUEST_URI'] = '/';
require getenv('BLOG_FOLDER') . '/wp-load.php';
// The passwords were made before there was a network.
update_network_option(1, WP_Application_Passwords::OPTION_KEY_IN_USE, true);
$editor = get_user_by('login', 'editor1')->ID;
foreach (['hafen' => 'Bibliothek Hafen', 'nord' => 'Bibliothek Nord'] as $path => $title) {
    $id = wp_insert_site(['domain' => getenv('BLOG_HOST'), 'path' => "/$path/", 'title' => $title, 'user_id' => 1, 'network_id' => 1]);
    if (is_wp_error($id)) {
        exit($id->get_error_message());
    }
    add_user_to_blog($id, $editor, 'editor');
    // A network knows no ports, and has taken the colon out.
    $wpdb->update($wpdb->blogs, ['domain' => getenv('BLOG_HOST')], ['blog_id' => $id]);
    clean_blog_cache($id);
    switch_to_blog($id);
    foreach (['home', 'siteurl'] as $name) {
        update_option($name, 'http://' . getenv('BLOG_HOST') . "/$path");
    }
    restore_current_blog();
}
echo "made\n";
