using ParityNet.Cli;
using ParityNet.Cli.Output;

return await CommandLine.Run(args, Terminal.Process());
