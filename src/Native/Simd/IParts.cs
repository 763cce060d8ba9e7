namespace ParityNet.Native.Simd;

/// <summary>Work in parts that may run on several threads, in any order.</summary>
interface IParts
{
    void Run(int part);
}
