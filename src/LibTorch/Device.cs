namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor's elements are. This binding knows the processor's memory only, so there is no device to name.</summary>
    public sealed class Device
    {
        Device()
        {
        }
    }
}
