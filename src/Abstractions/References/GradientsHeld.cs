namespace ParityNet.References;

/// <summary>Which gradients of a member are compared with the definition.</summary>
public enum GradientsHeld
{
    /// <summary>Those of all arguments.</summary>
    All,

    /// <summary>
    /// That of the first argument only: a module owns its parameters, so that autograd does not reach the arguments that they were copied
    /// from.
    /// </summary>
    First,

    /// <summary>None: a member that works in place uses the native library's own backward from the result.</summary>
    None,
}
