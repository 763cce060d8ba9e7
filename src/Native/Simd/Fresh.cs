namespace ParityNet.Native.Memory;

/// <summary>Allocates buffers for results that a kernel writes completely.</summary>
static class Fresh
{
    /// <summary>An uninitialized array: clearing it would cost more than many kernels.</summary>
    public static T[] Array<T>(nint length) where T : unmanaged => GC.AllocateUninitializedArray<T>(checked((int)length));
}
