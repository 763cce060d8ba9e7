namespace ParityNet.Optimizers;

/// <summary>The shape of a slot relative to its parameter.</summary>
public enum SlotShape
{
    /// <summary>The parameter's shape.</summary>
    Parameter,

    /// <summary>One number, of shape <c>[1]</c> here and <c>[]</c> in state files and <c>eval</c> responses.</summary>
    Scalar,

    /// <summary>One number per row, <c>[…, R, 1]</c> for <c>[…, R, C]</c>; nothing for fewer than two dimensions.</summary>
    Rows,

    /// <summary>One number per column, <c>[…, 1, C]</c> for <c>[…, R, C]</c>; nothing for fewer than two dimensions.</summary>
    Columns,

    /// <summary>The parameter's shape where it has fewer than two dimensions; nothing for others.</summary>
    Vector,
}
