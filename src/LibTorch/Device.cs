namespace TorchSharp;

public static partial class torch
{
    /// <summary>The processor's memory.</summary>
    public static readonly Device CPU = new(DeviceType.CPU);

    /// <summary>Where a tensor's elements are.</summary>
    /// <param name="deviceType">The kind of memory; this binding knows the processor's only.</param>
    /// <param name="index">Which one of several; −1 for the only one.</param>
    public sealed class Device(DeviceType deviceType, int index = -1)
    {
        /// <summary>The kind of memory.</summary>
        public DeviceType type { get; } = deviceType == DeviceType.CPU
            ? deviceType
            : throw new NotSupportedException($"deviceType must be CPU with the system's libtorch: expected CPU, got {deviceType}.");

        /// <summary>Which one of several; −1 for the only one.</summary>
        public int index { get; } = index;

        /// <summary>The name that PyTorch prints.</summary>
        public override string ToString() => "cpu";
    }
}
