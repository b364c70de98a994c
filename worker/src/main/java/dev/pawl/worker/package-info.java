/** The Spring Boot application that serves the task queues: alone, or as a part of the local stack. */
@NullMarked
package dev.pawl.worker;

import org.jspecify.annotations.NullMarked;
