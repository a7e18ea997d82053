/**
 * The table of competences as the centre keeps it (decree 2.1, clause 9.2), what people's routing adds to it, and both as
 * detection asks for them.
 */
@NullMarked
package ru.otklik.learning.competence;

import org.jspecify.annotations.NullMarked;
