/** Scripted model servers, one for each wire format, and tests of the judges that ask them. */
@NullMarked
package dev.pawl.task.judge.server;

import org.jspecify.annotations.NullMarked;
