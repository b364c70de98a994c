/** What people and services say to a running task. */
@NullMarked
package dev.pawl.gateway.action;

import org.jspecify.annotations.NullMarked;
