/** Many tasks while a worker is killed again and again, and how soon work resumes. */
@NullMarked
package dev.pawl.chaos.stress;

import org.jspecify.annotations.NullMarked;
