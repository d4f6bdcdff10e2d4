import type { Formula } from '../formula';
import { huffman } from './huffman';
import { shannonBound } from './shannonBound';

/** The coding records, in the order in which people are shown them. */
export const coding: readonly Formula[] = [huffman, shannonBound];
