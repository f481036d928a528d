declare module 'sql.js/dist/sql-asm.js';
