/** Making, handing out and giving back a workspace. */
@NullMarked
package dev.pawl.workflows.activity.workspace;

import org.jspecify.annotations.NullMarked;
