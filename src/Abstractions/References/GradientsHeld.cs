namespace ParityNet.References;

/// <summary>Which gradients of a member are held against the definition.</summary>
public enum GradientsHeld
{
    /// <summary>Those of all arguments.</summary>
    All,

    /// <summary>That of the first argument alone: a module owns its parameters, so that no gradient leads to the arguments behind them.</summary>
    First,

    /// <summary>None: what works in place has the native library's own backward from the result.</summary>
    None,
}
