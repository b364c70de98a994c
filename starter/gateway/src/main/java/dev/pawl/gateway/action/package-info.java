/** Actions of people and services on a running task. */
@NullMarked
package dev.pawl.gateway.action;

import org.jspecify.annotations.NullMarked;
