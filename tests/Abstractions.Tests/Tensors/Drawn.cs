using FsCheck;
using FsCheck.Fluent;

namespace ParityNet.Tests.Tensors;

/// <summary>Generators of shapes and of whole numbers, whose sums are exact.</summary>
static class Drawn
{
    public static Gen<nint[]> Shape { get; } =
        from rank in Gen.Choose(1, 4)
        from lengths in Gen.Choose(0, 4).ArrayOf(rank)
        select lengths.Select(length => (nint)length).ToArray();

    /// <summary>A wide shape and one that broadcasts to it: dimensions dropped from the left, others of length 1.</summary>
    public static Gen<(nint[] Wide, nint[] Narrow)> WideAndNarrow { get; } =
        from wide in Shape
        from dropped in Gen.Choose(0, wide.Length - 1)
        from ones in ArbMap.Default.GeneratorFor<bool>().ArrayOf(wide.Length)
        select (wide, wide.Select((length, d) => ones[d] ? 1 : length).Skip(dropped).ToArray());

    public static Gen<double[]> WholeNumbers(nint count) => Gen.Choose(-1000, 1000).Select(n => (double)n).ArrayOf((int)count);
}
