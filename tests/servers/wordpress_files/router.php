<?php
// What a web server in front of the site would do; and what a badly set up one does.
if (getenv('BLOG_FAULT') === 'stripped') {
    unset($_SERVER['HTTP_AUTHORIZATION'], $_SERVER['PHP_AUTH_USER'], $_SERVER['PHP_AUTH_PW'], $_SERVER['PHP_AUTH_DIGEST']);
}
$root = $_SERVER['DOCUMENT_ROOT'];
$path = urldecode(parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH) ?: '/');
if (getenv('BLOG_NETWORK') === 'up') {
    // The sub-sites share the files: /harbour/wp-admin/… is /wp-admin/…
    $path = preg_replace('#^/[a-z0-9-]+(/(?:wp-(?:admin|includes|content)(?:/|$).*|[a-z-]+\.php))$#', '$1', $path);
}
$file = $root . rtrim($path, '/');
if (is_dir($file) && $path !== '/' && file_exists($file . '/index.php')) {
    $file .= '/index.php';
}
if ($path === '/' || !is_file($file)) {
    $file = $root . '/index.php';
}
if (substr($file, -4) !== '.php') {
    if ($file === $root . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH)) {
        return false;
    }
    $kinds = ['css' => 'text/css', 'js' => 'text/javascript', 'jpg' => 'image/jpeg', 'png' => 'image/png', 'svg' => 'image/svg+xml'];
    header('Content-Type: ' . ($kinds[pathinfo($file, PATHINFO_EXTENSION)] ?? 'application/octet-stream'));
    readfile($file);
    return true;
}
$_SERVER['SCRIPT_FILENAME'] = $file;
$_SERVER['SCRIPT_NAME'] = $_SERVER['PHP_SELF'] = substr($file, strlen($root));
chdir(dirname($file));
require $file;
