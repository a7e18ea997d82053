/** The one port through which the product hears citizens and answers them, whatever the network is. */
@ApplicationModule(allowedDependencies = {"kernel"})
@NullMarked
package ru.otklik.networks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
