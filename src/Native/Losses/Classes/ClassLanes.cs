using System.Numerics;
using ParityNet.Native.Rows;

namespace ParityNet.Native.Losses;

/// <summary>The per-lane inputs of a classification loss, other than the elements of a block.</summary>
unsafe struct ClassLanes
{
    /// <summary>The class index of the lane's row.</summary>
    public fixed double Labels[RowBlocks.Side];

    /// <summary>The factor of the row's derivatives.</summary>
    public fixed double Scales[RowBlocks.Side];

    /// <summary>1 for an ignored row, else 0.</summary>
    public fixed double Ignored[RowBlocks.Side];

    /// <summary>The class index of the lane's first element.</summary>
    public fixed double Offsets[RowBlocks.Side];

    public static ClassLanes Of<T>(ClassBuffers<T> at, RowLayout layout, nint first, int rows) where T : unmanaged, IFloatingPointIeee754<T>
    {
        ClassLanes lanes = default;
        for (int lane = 0; lane < RowBlocks.Side; lane++)
        {
            lanes.Offsets[lane] = layout.Offset(lane);
            nint row = layout.Split || lane < rows ? layout.Row(first, lane) : first;
            lanes.Labels[lane] = at.Labels == null ? 0 : at.Labels[row];
            lanes.Ignored[lane] = at.Labels != null && at.Labels[row] == at.Ignored ? 1 : 0;
            lanes.Scales[lane] = at.ScaleOf(row);
        }
        return lanes;
    }
}
