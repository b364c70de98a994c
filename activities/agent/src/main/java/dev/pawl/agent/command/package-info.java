/** Any program as an agent, by the contract of docs/command-agent.md. */
@NullMarked
package dev.pawl.agent.command;

import org.jspecify.annotations.NullMarked;
