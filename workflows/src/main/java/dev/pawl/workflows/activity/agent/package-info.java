/** Running agents. */
@NullMarked
package dev.pawl.workflows.activity.agent;

import org.jspecify.annotations.NullMarked;
