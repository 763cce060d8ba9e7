using System.Numerics;
using ParityNet.Losses;
using ParityNet.Native.Rows;
using ParityNet.Native.Simd;

namespace ParityNet.Native.Losses;

/// <summary><c>−w_y·x_y</c>; its slope is <c>−w_y</c> at the class y and 0 elsewhere. It reads one number a row: nothing for lanes to do.</summary>
readonly unsafe struct NegativeLogLikelihoodKernel(NegativeLogLikelihood spec) : IClassKernel
{
    public long Ignored { get; } = spec.IgnoreIndex;

    public bool WeighsMean => true;

    public LogBase Base { get; } = spec.Base;

    public void Run<T>(ClassMemory<T> memory, RowLayout layout, Plan plan) where T : unmanaged, IFloatingPointIeee754<T>
    {
        if (memory.ByInput != null)
            new Span<T>(memory.ByInput, checked((int)(layout.Length * layout.Count))).Clear();
        for (nint row = 0; row < layout.Count; row++)
        {
            long label = memory.Labels[row];
            if (label == memory.Ignored)
                continue;
            nint place = layout.Start(row) + (nint)label * layout.Inner;
            double weight = memory.WeightOf((nint)label);
            memory.Losses[row] = (Number)(-weight) * Real.Wide(memory.X[place]);
            if (memory.ByInput != null)
                memory.ByInput[place] = Real.Of<T>((Number)(-weight) * memory.ScaleOf(row));
        }
    }
}
