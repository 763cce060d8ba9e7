namespace TorchSharp;

/// <summary>Knows the innermost dispose scope of each thread.</summary>
sealed class DisposeScopeManager
{
    [ThreadStatic]
    static DisposeScope? current;

    internal static DisposeScope? Current
    {
        get => current;
        set => current = value;
    }

    DisposeScopeManager()
    {
    }
}
