/** What providers say when they do not serve a request, and until when: a dictionary in a data file. */
@NullMarked
package dev.pawl.agent.limit;

import org.jspecify.annotations.NullMarked;
