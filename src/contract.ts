export { defineContract } from './contracts/defineContract'
export { ContractBreach, isContractBreach } from './contracts/contractBreach'
