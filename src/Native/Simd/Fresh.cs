namespace ParityNet.Native.Memory;

/// <summary>Memory for results that a kernel writes in full.</summary>
static class Fresh
{
    /// <summary>An array that holds anything: clearing it first would cost more than many kernels.</summary>
    public static T[] Array<T>(nint length) where T : unmanaged => GC.AllocateUninitializedArray<T>(checked((int)length));
}
