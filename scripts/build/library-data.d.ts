/** What the library shows: the core's own `regions()` and `describe()` of every region, each thing once. */
declare module "virtual:library-data" {
  const data: import("../../www/library/model/data").LibraryData;
  export default data;
}
