<?php
// Loaded after a PHP program that came to its end.
\Pawl\ExitGuard::$ended = true;
