export { call, queries } from '../program/api.ts'
