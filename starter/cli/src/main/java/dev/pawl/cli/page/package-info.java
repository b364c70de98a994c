/** HTML pages of reports, which load nothing and run no script. */
@NullMarked
package dev.pawl.cli.page;

import org.jspecify.annotations.NullMarked;
