/** Creating, delivering and releasing a workspace. */
@NullMarked
package dev.pawl.workflows.activity.workspace;

import org.jspecify.annotations.NullMarked;
