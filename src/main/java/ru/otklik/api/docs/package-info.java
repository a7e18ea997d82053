/** The description of the API as a machine reads it: OpenAPI. */
@NullMarked
package ru.otklik.api.docs;

import org.jspecify.annotations.NullMarked;
