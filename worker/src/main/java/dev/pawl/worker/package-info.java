/** The Spring Boot application that serves the task queues: standalone or in the local stack. */
@NullMarked
package dev.pawl.worker;

import org.jspecify.annotations.NullMarked;
