package ru.otklik.repeats;

import java.sql.Array;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows as arrays, one for each column. */
final class Columns {

    private Columns() {}

    static <R, V> V[] each(Collection<R> rows, IntFunction<V[]> array, Function<R, @Nullable V> column) {
        return rows.stream().map(column).toArray(array);
    }

    static List<Long> numbers(@Nullable Array array) throws SQLException {
        return array == null ? List.of() : List.of((Long[]) array.getArray());
    }
}
