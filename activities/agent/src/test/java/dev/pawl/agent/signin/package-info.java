@NullMarked
package dev.pawl.agent.signin;

import org.jspecify.annotations.NullMarked;
