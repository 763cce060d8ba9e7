namespace TorchSharp;

/// <summary>Kinds of memory that a tensor can be in; the values are libtorch's.</summary>
public enum DeviceType
{
    /// <summary>The processor's memory.</summary>
    CPU = 0,

    /// <summary>The memory of an NVIDIA graphics card.</summary>
    CUDA = 1,
}
