namespace ParityNet.Optimizers;

/// <summary>The shape of a slot beside its parameter.</summary>
public enum SlotShape
{
    /// <summary>The parameter's own.</summary>
    Parameter,

    /// <summary>One number, of shape <c>[1]</c> here and <c>[]</c> in files and answers.</summary>
    Scalar,

    /// <summary>One number a row, <c>[…, R, 1]</c> beside <c>[…, R, C]</c>; nothing beside fewer than two dimensions.</summary>
    Rows,

    /// <summary>One number a column, <c>[…, 1, C]</c> beside <c>[…, R, C]</c>; nothing beside fewer than two dimensions.</summary>
    Columns,

    /// <summary>The parameter's own where it has fewer than two dimensions; nothing beside others.</summary>
    Vector,
}
