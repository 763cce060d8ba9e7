using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Tests.Tensors;

/// <summary>What properties draw: shapes, and cases of several that fit.</summary>
public static class Drawn
{
    /// <summary>A wide shape and one that broadcasts to it: dimensions dropped from the left, others of length 1.</summary>
    public sealed record Broadcast(nint[] Wide, nint[] Narrow);

    /// <summary>The two, with numbers for both that are whole, so that their sums are exact.</summary>
    public sealed record Numbers(nint[] Wide, nint[] Narrow, double[] ForNarrow, double[] ForWide);

    /// <summary>A table, and rows and columns of it.</summary>
    public sealed record Section(int Rows, int Columns, System.Range OfRows, System.Range OfColumns);

    static Gen<nint[]> Shape { get; } =
        from rank in Gen.Choose(1, 4)
        from lengths in Gen.Choose(0, 4).ArrayOf(rank)
        select lengths.Select(length => (nint)length).ToArray();

    static Gen<Broadcast> Broadcasting { get; } =
        from wide in Shape
        from dropped in Gen.Choose(0, wide.Length - 1)
        from ones in ArbMap.Default.GeneratorFor<bool>().ArrayOf(wide.Length)
        select new Broadcast(wide, [.. wide.Select((length, d) => ones[d] ? 1 : length).Skip(dropped)]);

    /// <summary>Called by FsCheck.</summary>
    public static Arbitrary<nint[]> Shapes() => Shape.ToArbitrary();

    /// <summary>Called by FsCheck.</summary>
    public static Arbitrary<Broadcast> Broadcasts() => Broadcasting.ToArbitrary();

    /// <summary>Called by FsCheck.</summary>
    public static Arbitrary<Numbers> NumbersOfBoth() => Arb.From(
        from shapes in Broadcasting
        from narrow in WholeNumbers(shapes.Narrow)
        from wide in WholeNumbers(shapes.Wide)
        select new Numbers(shapes.Wide, shapes.Narrow, narrow, wide));

    /// <summary>Called by FsCheck.</summary>
    public static Arbitrary<Section> Sections() => Arb.From(
        from rows in Gen.Choose(1, 5)
        from columns in Gen.Choose(1, 5)
        from firstRow in Gen.Choose(0, rows)
        from lastRow in Gen.Choose(firstRow, rows)
        from firstColumn in Gen.Choose(0, columns)
        from lastColumn in Gen.Choose(firstColumn, columns)
        select new Section(rows, columns, firstRow..lastRow, firstColumn..lastColumn));

    static Gen<double[]> WholeNumbers(nint[] shape) => Gen.Choose(-1000, 1000).Select(n => (double)n).ArrayOf((int)ParityNet.Shape.Count(shape));
}
