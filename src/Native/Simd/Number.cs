// What the host computes between passes of kernels must not leave the range on the way either.
global using Number = ParityNet.Native.Simd.Wide<double>;
