<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = getenv('BLOG_HOST');
$_SERVER['REQUEST_METHOD'] = 'GET';
require getenv('BLOG_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
function wp_new_blog_notification($title, $url, $user, $password) {}
$made = wp_install('Bibliothek Seeborn', 'desk', 'desk@example.org', true, '', 'desk-password');
update_option('permalink_structure', '/%year%/%monthnum%/%postname%/');
update_option('comment_moderation', '0');
update_option('comment_previously_approved', '0');
update_option('timezone_string', 'Europe/Berlin');
update_option('comment_max_links', '2');
foreach (['Veranstaltungen', 'Neue Medien', 'Lesetipps'] as $name) {
    wp_insert_term($name, 'category');
}
wp_insert_term('Vorlesen', 'post_tag');
$users = ['admin' => $made['user_id']];
foreach (['editor', 'author', 'contributor'] as $role) {
    $users[$role] = wp_insert_user(['user_login' => $role . '1', 'user_pass' => $role . '-password', 'user_email' => $role . '@example.org', 'role' => $role, 'display_name' => ucfirst($role)]);
}
$told = ['version' => $GLOBALS['wp_version']];
foreach ($users as $role => $id) {
    [$password] = WP_Application_Passwords::create_new_application_password($id, ['name' => 'tests']);
    $told[$role] = [get_userdata($id)->user_login, $password];
}
if (getenv('BLOG_NETWORK')) {
    require ABSPATH . 'wp-admin/includes/network.php';
    foreach ($wpdb->tables('ms_global') as $name => $table) {
        $wpdb->$name = $table;
    }
    install_network();
    populate_network(1, getenv('BLOG_HOST'), 'desk@example.org', 'Seeborn', '/', false);
}
echo json_encode($told), "\n";
